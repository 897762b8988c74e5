// The same cases in a browser: its ports, its streams.
import './request-port.test.ts'
import './request-pulse.test.ts'
