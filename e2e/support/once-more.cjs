/**
 * A browser test that fails is run once more, and its first error is printed. On a busy machine a page is drawn
 * anew under a click once in some hundred clicks. One that passes then is named as unsteady at the end of the run.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
