// The same cases in a browser.
import './trace.test.ts'
