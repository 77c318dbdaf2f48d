// Dresses players that a script has put on a page; fetched when the first one comes.
import { enhance } from "./modules/player.js";

export const wake = enhance;
