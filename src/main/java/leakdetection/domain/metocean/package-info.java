/**
 * The sea around a template: measured currents and waves as series, aligned with a window in time.
 *
 * <p>Directions are kept as angles clockwise from north, in radians, the direction that the water
 * moves <em>towards</em>. Nothing here knows a template or a leak; simulation and estimation read
 * these series, the layers above load and store them.
 */
package leakdetection.domain.metocean;
