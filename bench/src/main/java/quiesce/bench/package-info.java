/** Measures quiesce beside plain TLC. Not shipped with quiesce. */
package quiesce.bench;
