/**
 * The main job in one command: train on the sample character, generate with and without what was
 * learned, compare with pictures that training never saw.
 */
@NullMarked
package atelier.service.starter.demo;

import org.jspecify.annotations.NullMarked;
