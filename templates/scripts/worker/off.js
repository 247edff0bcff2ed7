/* Takes the site off the devices of all who had kept it, at once and for good: it is read from the network again. */
(function () {
  'use strict'
  async function leave() {
    const ours = 'cunbo ' + self.registration.scope + ' '
    const names = await caches.keys()
    await Promise.all(names.filter(one => one.startsWith(ours)).map(one => caches.delete(one)))
    await self.registration.unregister()
  }
  self.addEventListener('install', () => self.skipWaiting())
  self.addEventListener('activate', event => event.waitUntil(leave()))
})()
