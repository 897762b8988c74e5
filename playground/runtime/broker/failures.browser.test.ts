// The same cases in a browser.
import './failures.test.ts'
