// Measures one page of a server that runs already, e.g. behind a proxy.
// usage: node scripts/measure-pages.mjs <url> <account> <password> [address] [selector of its content]   (HX_LIST=1 lists its requests)
import { measurePage } from './bench/page.mjs';
import { signIn } from './bench/servers.mjs';
import { main } from './lib/failure.mjs';

const [url, account, password, address = '/v/admin', content = 'text=双报到'] = process.argv.slice(2);

await main(async () => {
  const token = await signIn({ url }, account, password);
  const results = await measurePage({ url, token, address, content });
  for (const [name, { contentMs, requests, asked, wire, script, list }] of Object.entries(results)) {
    console.log(
      `${name}: content after ${(contentMs / 1000).toFixed(1)} s, ${requests} requests (${asked} to the server), ${(wire / 1000).toFixed(0)} kB, JavaScript ${(script / 1e6).toFixed(1)} MB`,
    );
    if (process.env.HX_LIST)
      for (const each of list.sort((left, right) => right.wire - left.wire))
        console.log(`  ${each.isKept ? 'kept' : (each.wire / 1000).toFixed(1)} ${each.address.slice(0, 160)}`);
  }
});
