/**
 * The probes under {@code /health}: whether the product has started, is ready and lives.
 *
 * <p>Ready means that the database was migrated and can be written, tried with a real write.
 */
package leakdetection.infrastructure.health;
