@NullMarked
package io.hilum.usage;

import org.jspecify.annotations.NullMarked;
