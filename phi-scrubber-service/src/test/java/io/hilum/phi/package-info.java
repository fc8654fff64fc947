@NullMarked
package io.hilum.phi;

import org.jspecify.annotations.NullMarked;
