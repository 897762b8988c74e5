// The same table in a browser.
import './cookie-jar.test.ts'
