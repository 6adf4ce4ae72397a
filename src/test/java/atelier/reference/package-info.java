/** Reads the reference set and compares with it. */
package atelier.reference;
