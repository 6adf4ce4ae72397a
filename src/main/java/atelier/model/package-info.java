/**
 * The words of the domain that every layer shares: records, enums and sealed types over the JDK
 * alone.
 */
@NullMarked
package atelier.model;

import org.jspecify.annotations.NullMarked;
