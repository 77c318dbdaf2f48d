/** Sends a form to the server and tells its answer, whatever became of it. */
export async function ask(url, body, token) {
  const headers = { Accept: "application/json", "X-CSRFToken": token };
  try {
    const answer = await fetch(url, { method: "POST", body, headers });
    return { ok: answer.ok, data: await answer.json() };
  } catch {
    // No connection, or signed out meanwhile: a page where an answer should be.
    return { ok: false, data: {} };
  }
}
