import { type Application } from '@nocobase/client-v2';
import { SignInWelcome } from './SignInWelcome';

/** Lets the sign-in page say what this system is, through the client's list of providers. */
export function registerWelcome(app: Application): void {
  app.addProvider(SignInWelcome);
}
