// The record system leads back here, in a window of its own. What it says goes to the page that asked, which alone can use it: it has
// the secret that belongs to it. The policy of the page cuts the tie between the windows, so it goes by a channel of this origin.
const channel = new BroadcastChannel('hilum.record');
channel.postMessage(window.location.search);
channel.close();
window.history.replaceState(null, '', window.location.pathname);
window.close();
