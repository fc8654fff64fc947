@NullMarked
package io.hilum.phi.resolve;

import org.jspecify.annotations.NullMarked;
