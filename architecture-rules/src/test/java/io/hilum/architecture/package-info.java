@NullMarked
package io.hilum.architecture;

import org.jspecify.annotations.NullMarked;
