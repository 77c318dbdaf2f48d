// Prepares the graphics card to draw the dome's picture on a canvas.
import { PICTURE } from "./dome-picture.js";

const WIDEST = 1280;
const BY_PROCESSOR = /swiftshader|llvmpipe|software|basic render/i;

function compile(gl, kind, source) {
  const shader = gl.createShader(kind);
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

export function sharpenPencil(canvas) {
  const gl = canvas.getContext("webgl", { alpha: false, failIfMajorPerformanceCaveat: true });
  if (!gl) return null;
  // Where no graphics card draws, each frame would keep the page from answering.
  const { UNMASKED_RENDERER_WEBGL: named = gl.RENDERER } =
    gl.getExtension("WEBGL_debug_renderer_info") ?? {};
  if (BY_PROCESSOR.test(gl.getParameter(named))) return null;
  const program = gl.createProgram();
  const corner = "attribute vec2 at;void main(){gl_Position=vec4(at,0,1);}";
  gl.attachShader(program, compile(gl, gl.VERTEX_SHADER, corner));
  gl.attachShader(program, compile(gl, gl.FRAGMENT_SHADER, PICTURE));
  gl.bindAttribLocation(program, 0, "at");
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  const place = (name) => gl.getUniformLocation(program, name);
  const [size, touch, time, rest] = ["size", "touch", "time", "rest"].map(place);
  return (scene) => {
    const width = Math.round(Math.min(WIDEST, canvas.clientWidth * Math.min(devicePixelRatio, 1.5)));
    if (canvas.width !== width) {
      canvas.width = width;
      canvas.height = Math.round((width * canvas.clientHeight) / canvas.clientWidth);
      gl.viewport(0, 0, canvas.width, canvas.height);
    }
    gl.uniform2f(size, canvas.width, canvas.height);
    gl.uniform2f(touch, ...scene.touch);
    gl.uniform1f(time, scene.time);
    gl.uniform1f(rest, scene.rest);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  };
}
