/** Pages that need no other file and no network: HTML, their look, pictures inside. */
@NullMarked
package atelier.service.page;

import org.jspecify.annotations.NullMarked;
