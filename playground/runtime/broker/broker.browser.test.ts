// The same cases in a browser.
import './broker.test.ts'
