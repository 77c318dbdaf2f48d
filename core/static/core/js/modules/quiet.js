// Stops whatever plays inside.
export function quiet(root) {
  for (const media of root.querySelectorAll("audio, video")) media.pause();
}
