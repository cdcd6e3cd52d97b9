/** One reason of a refusal, as the server words it for the user. */
export interface RequestReason {
  code: string;
  message: string;
  /** Field of the record the reason is about. */
  field?: string;
  params?: Readonly<Record<string, unknown>>;
}

export interface RequestFailure {
  /** HTTP status; 0 when no answer came. */
  status: number;
  reasons: RequestReason[];
}

interface ErrorWithResponse {
  message?: string;
  response?: { status?: number; data?: { errors?: unknown } };
  /** The host's resources wrap the request's error. */
  cause?: unknown;
  error?: unknown;
}

/** What a failed request says: its status and every reason; one made of the error's own message when it names none. */
export function requestFailure(error: unknown): RequestFailure {
  const { message, response } = withResponse(error);
  const errors = response?.data?.errors;
  const reasons = (Array.isArray(errors) ? errors : [])
    .filter(isReason)
    .map((each) => ({ ...each, code: each.code ?? '' }));
  const status = response?.status ?? 0;
  if (reasons.length > 0) return { status, reasons };
  return { status, reasons: [{ code: 'REQUEST_FAILED', message: message ?? String(error) }] };
}

/** The reasons of what may have failed; none where nothing has. */
export function reasonsOf(error: unknown): RequestReason[] {
  return error === undefined ? [] : requestFailure(error).reasons;
}

export function requestErrorMessages(error: unknown): string[] {
  return requestFailure(error).reasons.map(({ message }) => message);
}

function withResponse(error: unknown): ErrorWithResponse {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const found = error as ErrorWithResponse;
  const inner = [found.cause, found.error].find(
    (each) => typeof each === 'object' && each !== null && 'response' in each,
  );
  return found.response || inner === undefined ? found : (inner as ErrorWithResponse);
}

function isReason(value: unknown): value is RequestReason {
  return typeof value === 'object' && value !== null && typeof (value as RequestReason).message === 'string';
}
