/**
 * An error as a console prints it: its name and message, then its frames. V8 begins a stack with the two; JavaScriptCore
 * and SpiderMonkey list the frames alone.
 */
export function stackText(error: Error): string {
  const { stack = '' } = error
  const headline = error.message === '' ? error.name : `${error.name}: ${error.message}`
  if (stack === '' || stack.startsWith(headline)) return stack || headline
  return FRAMES_ALONE.test(stack) ? `${headline}\n${stack}` : stack
}

/** `name@address:line:column` from the first line on; either side may be empty. Spaces are V8's. */
const FRAMES_ALONE = /^[^\s@]*(?: [^\s@]+)*@\S*(?:\n|$)/
