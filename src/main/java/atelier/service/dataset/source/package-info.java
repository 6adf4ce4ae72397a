/** Where pictures come from: folders, zips, and the layouts of other tools. */
@NullMarked
package atelier.service.dataset.source;

import org.jspecify.annotations.NullMarked;
