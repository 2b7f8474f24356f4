package portico.desktop.widget.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.feather.FeatherIkonHandler;
import portico.desktop.widget.Tone;

/** Draws a layout; only what is within the part of the map that is in view. */
final class MapPainter {
  private static final double FAINT = 0.22;
  private static final double ARC = 14;
  private static final double PAD = 9;

  private final MapText text;
  private final MapPalette palette;
  private final Font titleFont = Font.font("Inter", FontWeight.BOLD, 13);
  private final Font detailFont = Font.font("Inter", 12);
  private final Font headFont = Font.font("Inter", FontWeight.BOLD, 12);
  private final Font iconFont = iconFont();
  private final TextFitting titles = new TextFitting(titleFont);
  private final TextFitting details = new TextFitting(detailFont);

  MapPainter(MapText text, MapPalette palette) {
    this.text = text;
    this.palette = palette;
  }

  /** A canvas knows no icons, but their font. */
  private static Font iconFont() {
    try (InputStream font = new FeatherIkonHandler().getFontResourceAsStream()) {
      return Font.loadFont(font, 15);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What of the map is drawn how.
   *
   * @param lit ids of the boxes that stand out; empty when all are alike
   * @param chosen id of the chosen box, or an empty text
   * @param focused whether the chosen box gets the focus ring
   */
  record Look(Set<String> lit, String chosen, boolean focused) {
    boolean faint(String id) {
      return !lit.isEmpty() && !lit.contains(id);
    }
  }

  /** The part of the map that is in view, and how large it is drawn. */
  record Window(double x, double y, double width, double height, double zoom) {
    boolean shows(double left, double top, double right, double bottom) {
      return right >= x && left <= x + width && bottom >= y && top <= y + height;
    }
  }

  void paint(GraphicsContext g, MapLayout layout, Window window, Look look) {
    g.save();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, window.width() * window.zoom(), window.height() * window.zoom());
    g.scale(window.zoom(), window.zoom());
    g.translate(-window.x(), -window.y());
    g.setTextBaseline(VPos.CENTER);
    for (MapEdge edge : layout.edges()) {
      if (inView(edge, window)) {
        edge(g, edge, look);
      }
    }
    for (MapEdge edge : layout.edges()) {
      if (edge.percent().isPresent() && inView(edge, window)) {
        share(g, edge, look);
      }
    }
    for (MapNode node : layout.nodes()) {
      if (window.shows(node.x() - 4, node.y() - 4, node.right() + 4, bottom(node) + 4)) {
        node(g, node, look);
      }
    }
    g.restore();
  }

  /** The columns' headings, which stay at the top. */
  void heads(GraphicsContext g, MapColumns columns, Window window, double height) {
    g.save();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.setFill(palette.paper());
    g.fillRect(0, 0, window.width() * window.zoom(), height);
    g.setFont(headFont);
    g.setFill(palette.muted());
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    for (MapColumn column : MapColumn.values()) {
      double room = (columns.width(column) + columns.gapAfter(column)) * window.zoom() - 8;
      double x = (columns.x(column) - window.x()) * window.zoom();
      g.fillText(titles.fit(text.of(column), room), x, height / 2);
    }
    g.restore();
  }

  private static double bottom(MapNode node) {
    return node.y() + node.height();
  }

  private static boolean inView(MapEdge edge, Window window) {
    double top = Math.min(edge.from().centerY(), edge.to().centerY());
    double bottom = Math.max(edge.from().centerY(), edge.to().centerY());
    return window.shows(edge.from().right(), top - 10, edge.to().x(), bottom + 10);
  }

  private void edge(GraphicsContext g, MapEdge edge, Look look) {
    boolean faint = look.faint(edge.from().id()) || look.faint(edge.to().id());
    boolean lit = !look.lit().isEmpty() && !faint;
    g.setGlobalAlpha(faint ? FAINT : 1);
    boolean bad = edge.health() == MapHealth.UNHEALTHY;
    g.setStroke(lit ? palette.accent() : bad ? palette.foreground(Tone.DANGER) : palette.line());
    g.setLineWidth(lit ? 2 : 1.4);
    if (bad) {
      g.setLineDashes(6, 4);
    } else {
      g.setLineDashes();
    }
    double x1 = edge.from().right();
    double x2 = edge.to().x();
    double bend = (x2 - x1) / 2;
    g.beginPath();
    g.moveTo(x1, edge.from().centerY());
    g.bezierCurveTo(
        x1 + bend, edge.from().centerY(), x2 - bend, edge.to().centerY(), x2, edge.to().centerY());
    g.stroke();
    g.setLineDashes();
    g.setGlobalAlpha(1);
  }

  /** Near the rule, where edges have not met yet. */
  private void share(GraphicsContext g, MapEdge edge, Look look) {
    boolean faint = look.faint(edge.from().id()) || look.faint(edge.to().id());
    double t = 0.5;
    double s = 1 - t;
    double y1 = edge.from().centerY();
    double y2 = edge.to().centerY();
    double y = s * s * s * y1 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y2;
    double gap = edge.to().x() - edge.from().right();
    double x = edge.from().right() + gap * (1.5 * s * s * t + 1.5 * s * t * t + t * t * t);
    g.setGlobalAlpha(faint ? FAINT : 1);
    g.setFill(palette.paper());
    g.fillRoundRect(x - 19, y - 9, 38, 18, 18, 18);
    g.setStroke(palette.line());
    g.setLineWidth(1);
    g.strokeRoundRect(x - 19, y - 9, 38, 18, 18, 18);
    g.setFill(palette.text());
    g.setFont(detailFont);
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(edge.percent().orElse(0) + " %", x, y);
    g.setTextAlign(TextAlignment.LEFT);
    g.setGlobalAlpha(1);
  }

  private void node(GraphicsContext g, MapNode node, Look look) {
    boolean chosen = node.id().equals(look.chosen());
    Tone tone = node.health().tone();
    g.setGlobalAlpha(look.faint(node.id()) ? FAINT : 1);
    g.setFill(palette.paper());
    g.fillRoundRect(node.x(), node.y(), node.width(), node.height(), ARC, ARC);
    boolean marked = tone != Tone.NEUTRAL && tone != Tone.SUCCESS && tone != Tone.WARNING;
    if (marked) {
      g.setFill(palette.ground(tone));
      g.fillRoundRect(node.x(), node.y(), node.width(), node.height(), ARC, ARC);
    }
    if (chosen && look.focused()) {
      g.setStroke(palette.accent());
      g.setLineWidth(2);
      g.strokeRoundRect(
          node.x() - 3, node.y() - 3, node.width() + 6, node.height() + 6, ARC + 5, ARC + 5);
    }
    Paint line = chosen ? palette.accent() : palette.line();
    g.setStroke(marked && !chosen ? palette.foreground(tone) : line);
    g.setLineWidth(chosen ? 2 : 1);
    g.strokeRoundRect(node.x(), node.y(), node.width(), node.height(), ARC, ARC);
    g.setFill(palette.foreground(tone));
    g.fillRoundRect(node.x() + 4, node.y() + 8, 3, node.height() - 16, 3, 3);
    words(g, node, tone);
    g.setGlobalAlpha(1);
  }

  private void words(GraphicsContext g, MapNode node, Tone tone) {
    double left = node.x() + PAD + 4;
    double iconX = node.right() - PAD - 14;
    double first = node.centerY() - 10;
    double second = node.centerY() + 10;
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(iconFont);
    g.setFill(palette.foreground(tone));
    g.fillText(glyph(icon(node.health())), iconX, node.centerY());
    double room = iconX - left - 5;
    g.setFont(titleFont);
    g.setFill(palette.text());
    g.fillText(title(node, room), left, first);
    g.setFont(detailFont);
    boolean state = node.subject() instanceof MapSubject.Target;
    g.setFill(state ? palette.foreground(tone) : palette.muted());
    g.fillText(details.fit(text.detail(node), room), left, second);
  }

  /** Of an id, both ends are needed to tell it from others. */
  private String title(MapNode node, double room) {
    String title = text.title(node.subject());
    return node.subject() instanceof MapSubject.Target
        ? titles.fitMiddle(title, room)
        : titles.fit(title, room);
  }

  private static String glyph(Feather icon) {
    return new String(Character.toChars(icon.getCode()));
  }

  /** A state is never told by colour alone. */
  static Feather icon(MapHealth health) {
    return switch (health) {
      case PLANNED -> Feather.CIRCLE;
      case HEALTHY -> Feather.CHECK_CIRCLE;
      case UNUSED -> Feather.PAUSE_CIRCLE;
      case UNKNOWN -> Feather.HELP_CIRCLE;
      case DRAINING -> Feather.LOG_OUT;
      case INITIAL -> Feather.LOADER;
      case MIXED -> Feather.ALERT_TRIANGLE;
      case UNHEALTHY -> Feather.ALERT_OCTAGON;
    };
  }
}
