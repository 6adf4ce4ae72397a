/**
 * The workspace's database: opening it, its schema, and what its failures mean.
 *
 * <p>Everything here waits for the disk, so nothing of it may be called on the window's thread;
 * virtual threads may.
 */
@NullMarked
package atelier.service.storage.database;

import org.jspecify.annotations.NullMarked;
