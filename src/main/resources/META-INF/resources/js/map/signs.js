/* Small signs for kinds of places. The drawings are icons of Lucide (see THIRD-PARTY.md), 24 units wide. */
export const SIGN = 16;

const DRAWINGS = {
  police: ["M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"],
  fire: ["M12 3q1 4 4 6.5t3 5.5a1 1 0 0 1-14 0 5 5 0 0 1 1-3 1 1 0 0 0 5 0c0-2-1.5-3-1.5-5q0-2 2.5-4"],
  hospital: ["M12 4v16", "M4 12h16"],
  shelter: ["M3.5 21 14 3", "M20.5 21 10 3", "M15.5 21 12 15l-3.5 6", "M2 21h20"],
  tourism: ["M10 18v-7", "M11.119 2.205a2 2 0 0 1 1.762 0l7.84 3.846A.5.5 0 0 1 20.5 7h-17a.5.5 0 0 1-.22-.949z", "M14 18v-7", "M18 18v-7", "M3 22h18", "M6 18v-7"],
  landmark: ["M22 20v-9H2v9a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2Z", "M18 11V4H6v7", "M15 22v-4a3 3 0 0 0-6 0v4"],
  transport: ["M12 2v2", "M12 9.189V13", "M19 12V6a2 2 0 00-2-2H7a2 2 0 00-2 2v6", "M19.38 19A11.6 11.6 0 0021 13l-8.188-3.639a2 2 0 00-1.624 0L3 13.001a11.6 11.6 0 002.81 7.76", "M2 20c.6.5 1.2 1 2.5 1 2.5 0 2.5-2 5-2 1.3 0 1.9.5 2.5 1s1.2 1 2.5 1c2.5 0 2.5-2 5-2 1.3 0 1.9.5 2.5 1"],
  mall: ["M16 10a4 4 0 0 1-8 0", "M3.103 6.034h17.794", "M3.4 5.467a2 2 0 0 0-.4 1.2V20a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6.667a2 2 0 0 0-.4-1.2l-2-2.667A2 2 0 0 0 17 2H7a2 2 0 0 0-1.6.8z"],
  campus: ["M21.42 10.922a1 1 0 0 0-.019-1.838L12.83 5.18a2 2 0 0 0-1.66 0L2.6 9.08a1 1 0 0 0 0 1.832l8.57 3.908a2 2 0 0 0 1.66 0z", "M22 10v6", "M6 12.5V16a6 3 0 0 0 12 0v-3.5"],
};

/** The sign of a kind of place, to be drawn around a point. */
export function sign(kind) {
  const lines = (DRAWINGS[kind] ?? []).map((drawing) => new Path2D(drawing));
  return {
    draw(context, x, y, colours) {
      context.beginPath();
      context.arc(x, y, SIGN / 2 + 1.5, 0, 2 * Math.PI);
      context.fillStyle = colours.halo;
      context.fill();
      context.save();
      context.translate(x - SIGN / 2 + 1, y - SIGN / 2 + 1);
      context.scale((SIGN - 2) / 24, (SIGN - 2) / 24);
      context.strokeStyle = colours.place;
      context.lineWidth = 2.4;
      context.lineCap = "round";
      context.lineJoin = "round";
      for (const line of lines) context.stroke(line);
      context.restore();
    },
  };
}
