/**
 * Names for identifiers: keyed, so that nothing has to be stored to give the same name
 * again, and so that nobody without the key can tell whose name it is.
 */
@NullMarked
package io.hilum.phi.pseudonym;

import org.jspecify.annotations.NullMarked;
