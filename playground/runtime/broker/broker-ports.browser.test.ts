// The same cases on a browser's ports.
import './broker-ports.test.ts'
