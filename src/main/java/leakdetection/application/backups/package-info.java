/**
 * Copies of the database that are made while it is used, and what becomes of them: the newest ones
 * are kept, and with the server stopped one of them takes the database's place.
 */
package leakdetection.application.backups;
