package leakdetection.domain.simulation;

/**
 * The points of a map: equally spaced in a horizontal rectangle of the template's frame.
 *
 * @param fromX smallest x, m
 * @param toX largest x, m, not below the smallest
 * @param columns number of different x, 1 to 500
 * @param fromY smallest y, m
 * @param toY largest y, m, not below the smallest
 * @param rows number of different y, 1 to 500
 * @param height of all points above the seabed, m, not negative
 */
public record MapGrid(
    double fromX, double toX, int columns, double fromY, double toY, int rows, double height) {

  private static final int LARGEST = 500;

  /**
   * @throws IllegalArgumentException if the rectangle or the numbers are out of bounds
   */
  public MapGrid {
    boolean rectangle = fromX <= toX && fromY <= toY && toX - fromX < 1000 && toY - fromY < 1000;
    if (!rectangle || !(height >= 0)) {
      throw new IllegalArgumentException(
          ("A map needs x from %s to %s m, y from %s to %s m (ascending, within 1000 m) and a height"
                  + " (%s m) from 0.")
              .formatted(fromX, toX, fromY, toY, height));
    }
    if (columns < 1 || columns > LARGEST || rows < 1 || rows > LARGEST) {
      throw new IllegalArgumentException(
          "A map has 1 to %d columns (%d) and rows (%d).".formatted(LARGEST, columns, rows));
    }
  }

  /** Returns the x of a column, m, on a whole millimetre. */
  public double x(int column) {
    return millimetres(
        columns == 1 ? (fromX + toX) / 2 : fromX + (toX - fromX) * column / (columns - 1));
  }

  /** Returns the y of a row, m, on a whole millimetre. */
  public double y(int row) {
    return millimetres(rows == 1 ? (fromY + toY) / 2 : fromY + (toY - fromY) * row / (rows - 1));
  }

  /** Nobody knows a place any better, and people read these numbers. */
  private static double millimetres(double metres) {
    return Math.rint(1000 * metres) / 1000;
  }
}
