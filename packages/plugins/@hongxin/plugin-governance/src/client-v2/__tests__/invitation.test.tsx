import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import { InvitationForm } from '../join/InvitationForm';
import { InviteForRecord } from '../join/InviteForRecord';
import { signInWith } from '../join/sign-in';

/** Answers of `hxJoin`, and what was sent to it. */
function server(answers: Record<string, unknown>) {
  const request = jest.fn(async ({ url }: { url: string; data?: unknown }) => {
    const answer = answers[url.replace('hxJoin:', '')];
    if (answer instanceof Error) throw answer;
    return { data: { data: answer } };
  });
  const signIn = jest.fn(async () => undefined);
  const auth = { signIn } as unknown as Parameters<typeof signInWith>[0]['auth'];
  return { host: { api: { request } }, request, signIn, signInAs: signInWith({ auth }) };
}
const fill = async (name: string, password: string) => {
  await userEvent.type(screen.getByLabelText('用户名'), name);
  await userEvent.type(screen.getByLabelText('密码'), password);
};

describe('an invitation', () => {
  it('opens a new account', async () => {
    const { host, request, signInAs } = server({ accept: {} });
    render(inTools(host, <InvitationForm token="secret" signIn="/signin" signInAs={signInAs} />));
    await fill('gao-xiaolan', 'Long-password-1');
    await userEvent.click(screen.getByRole('button', { name: '开通账号' }));
    await waitFor(() =>
      expect(request.mock.calls[0][0]).toMatchObject({
        url: 'hxJoin:accept',
        data: { token: 'secret', username: 'gao-xiaolan', password: 'Long-password-1' },
      }),
    );
  });

  it('is taken with the account one has, after signing in with it', async () => {
    const { host, request, signIn, signInAs } = server({ take: {} });
    render(inTools(host, <InvitationForm token="secret" signIn="/signin" signInAs={signInAs} />));
    await userEvent.click(screen.getByText('我已有账号'));
    await fill('gao', 'mine');
    await userEvent.click(screen.getByRole('button', { name: '登录并接受邀请' }));
    await waitFor(() =>
      expect(request.mock.calls[0][0]).toMatchObject({ url: 'hxJoin:take', data: { token: 'secret' } }),
    );
    expect(signIn).toHaveBeenCalledWith({ account: 'gao', password: 'mine' }, 'basic');
  });

  it('for a record shows the link once it is made, or why not', async () => {
    const { host, request } = server({
      inviteFor: {},
      invite: { token: 'abc', expiresAt: '2026-12-04T00:00:00Z' },
    });
    render(inTools(host, <InviteForRecord collection="hxUnits" recordKey="7" />));
    await userEvent.click(screen.getByRole('button', { name: '生成邀请链接' }));
    expect(await screen.findByText('请填写')).toBeInTheDocument();
    expect(request).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText('姓名'), '衣晓东');
    await userEvent.click(screen.getByRole('button', { name: '生成邀请链接' }));
    expect(await screen.findByText('http://localhost/v/join?invitation=abc')).toBeInTheDocument();
    expect(request.mock.calls[0][0].data).toEqual({ kind: 'unitLiaison', subjectId: '7', name: '衣晓东' });
  });

  it('for a person who has an account says so', async () => {
    const refused = Object.assign(new Error('x'), {
      response: { data: { errors: [{ code: 'INVITATION_PERSON_HAS_ACCOUNT', message: '“高晓兰”已有账号' }] } },
    });
    const { host } = server({ invite: refused });
    render(inTools(host, <InviteForRecord collection="hxPersons" recordKey="7" />));
    await userEvent.click(screen.getByRole('button', { name: '生成邀请链接' }));
    expect(await screen.findByText('“高晓兰”已有账号')).toBeInTheDocument();
  });
});
