// The same cases in a browser.
import './cors.test.ts'
