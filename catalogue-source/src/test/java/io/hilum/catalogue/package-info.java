@NullMarked
package io.hilum.catalogue;

import org.jspecify.annotations.NullMarked;
