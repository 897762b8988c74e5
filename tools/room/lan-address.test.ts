import { expect, test } from 'vitest'
import { findLanAddresses, type Interfaces } from './lan-address.mjs'

function at(address: string, internal = false) {
  return {
    address,
    internal,
    family: 'IPv4' as const,
    netmask: '255.255.255.0',
    mac: '',
    cidr: null,
  }
}

test('the address of the Wi-Fi comes before those of virtual machines', () => {
  const interfaces: Interfaces = {
    lo: [at('127.0.0.1', true)],
    docker0: [at('172.17.0.1')],
    wlan0: [at('192.168.1.5')],
  }
  expect(findLanAddresses(interfaces)).toEqual(['192.168.1.5', '172.17.0.1'])
})

test('a machine without a network is told so', () => {
  expect(() => findLanAddresses({ lo: [at('127.0.0.1', true)] })).toThrow(
    'This machine has no address in a local network: join the room’s Wi-Fi or plug in its cable, then run the command again.',
  )
})
