// The picture in the dome, computed for every point by the graphics card: a sleeping
// face as a relief under a wandering light, seen through cells cut along latitudes and
// longitudes, which split as they come to rest and where the pointer is.
export const PICTURE = `
precision highp float;
uniform vec2 size, touch;
uniform float time, rest;

float chance(vec2 cell) {
  vec3 q = fract(vec3(cell.xyx) * .1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

float cloud(vec2 p) {
  vec2 i = floor(p), f = smoothstep(0., 1., fract(p));
  return mix(mix(chance(i), chance(i + vec2(1, 0)), f.x),
             mix(chance(i + vec2(0, 1)), chance(i + vec2(1, 1)), f.x), f.y);
}

float hill(vec2 p, vec4 at) {
  vec2 d = (p - at.xy) / at.zw;
  return exp(-dot(d, d));
}

float relief(vec2 p) {
  float breath = sin(time * .45);
  p.x += .04 * sin(time * .21) * (1. - p.y);
  vec2 h = vec2(abs(p.x), p.y);
  float side = .62 - .15 * smoothstep(.15, -.85, p.y);
  float z = 1.1 * sqrt(max(0., 1. - pow(length(vec2(p.x / side, p.y / .88)), 2.5)));
  z += .06 * hill(h, vec4(.23, .27, .21, .07));
  z -= .18 * hill(h, vec4(.22, .12, .15, .1));
  z += .09 * hill(h, vec4(.225, .085, .1, .052));
  z -= .045 * hill(h, vec4(.225, .052, .115, .012));
  z += .16 * hill(p, vec4(0, .03, .075, .24)) + .15 * hill(p, vec4(0, -.16, .1, .08));
  z += .04 * hill(h, vec4(.1, -.18, .05, .045)) - .05 * hill(h, vec4(.055, -.235, .045, .022));
  z += .07 * hill(h, vec4(.33, -.08, .15, .15)) - .03 * hill(h, vec4(.3, -.36, .12, .16));
  z += .075 * hill(p, vec4(0, -.375, .15, .04)) + .09 * hill(p, vec4(0, -.48, .125, .052));
  z -= .09 * hill(p, vec4(0, -.425 + .004 * breath, .165, .018));
  z += .1 * hill(p, vec4(0, -.7, .16, .11)) - .03 * hill(p, vec4(0, -.575, .15, .05));
  return z;
}

vec3 picture(vec2 p) {
  float e = .012, z = relief(p), mist = cloud(p * 2.3 + time * .05);
  vec3 slope = normalize(vec3(z - relief(p + vec2(e, 0)), z - relief(p + vec2(0, e)), e * 1.8));
  float turn = .55 * sin(time * .17) + .25;
  float lit = max(0., dot(slope, normalize(vec3(.9 * sin(turn), .62, .5))));
  float ember = max(0., dot(slope, normalize(vec3(-sin(turn), -.25, .25))));
  vec3 face = mix(vec3(.025, .045, .07), vec3(.06, .25, .31), smoothstep(0., .42, lit));
  face = mix(face, vec3(.88, .55, .25), smoothstep(.42, .84, lit + .12 * (mist - .5)));
  face = mix(face, vec3(1, .93, .72), smoothstep(.8, 1.02, lit)) + ember * vec3(.26, .06, .035);
  float far = length(p * vec2(1.2, .92)), wave = sin((far + .09 * mist) * 25. - time * .45);
  vec3 sky = mix(vec3(.04, .05, .07), vec3(.06, .23, .28), .5 + .5 * wave) * smoothstep(1.9, .5, far) * 1.2;
  sky += vec3(.6, .33, .13) * smoothstep(.75, 1., wave) * .45 * smoothstep(1.5, .75, far);
  return mix(sky, face, smoothstep(.02, .4, z));
}

void main() {
  vec2 p = (gl_FragCoord.xy - vec2(.5, .2754) * size) / (.5 * size.x), q = p;
  float r = length(p), round = atan(p.x, p.y) / 6.2832 + .5, seam = 0.;
  float detail = rest * .88 - .55 * smoothstep(.15, .85, r) + .9 * exp(-24. * dot(p - touch, p - touch));
  for (int level = 0; level < 6; level++) {
    float split = exp2(float(level));
    vec2 grid = vec2(round * 36., r * 9.) * split, cell = floor(grid), inside = abs(fract(grid) - .5);
    float angle = ((cell.x + .5) / (36. * split) - .5) * 6.2832, reach = (cell.y + .5) / (9. * split);
    q = reach * vec2(sin(angle), cos(angle));
    seam = level > 2 ? 0. : max(smoothstep(.485 - .012 * split, .5, inside.y),
                                smoothstep(.488 - .008 * split / max(r, .1), .5, inside.x));
    if (chance(cell + 19. * float(level)) > 1.9 * detail - .27 * float(level) + .04 * sin(time * .6 + cell.x)) break;
    if (level == 5) { q = p; seam = 0.; }
  }
  vec3 colour = picture((q - vec2(0, .13)) * 1.25) * (1. - .4 * seam) * (1. - .35 * smoothstep(.8, 1., r));
  gl_FragColor = vec4(colour + .1 * smoothstep(.965, 1., r), 1);
}`;
