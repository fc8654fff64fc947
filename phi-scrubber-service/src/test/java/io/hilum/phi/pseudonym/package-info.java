@NullMarked
package io.hilum.phi.pseudonym;

import org.jspecify.annotations.NullMarked;
