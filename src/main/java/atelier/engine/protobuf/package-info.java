/** The wire format of Protocol Buffers, for the few messages that are written here. */
@NullMarked
package atelier.engine.protobuf;

import org.jspecify.annotations.NullMarked;
