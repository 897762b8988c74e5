// The same cases on a browser's ports.
import './port.test.ts'
