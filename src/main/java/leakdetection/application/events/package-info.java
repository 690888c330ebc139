/** What operators are told, and what was told before. */
package leakdetection.application.events;
