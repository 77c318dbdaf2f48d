// Dresses the players of a page, or what a script has put there; for pages with one alone.
import { enhance } from "./modules/player.js";

export const wake = enhance;
