/** Something the user can mend: printed as one sentence, without a stack, and the command ends with code 1. */
export class Failure extends Error {}

/** Runs a command's main function; a Failure is one clear sentence, anything else keeps its stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Failure ? `✗ ${error.message}` : error);
    process.exit(1);
  }
}
