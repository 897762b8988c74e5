// The same cases in a browser: its streams.
import './inject-guest.test.ts'
