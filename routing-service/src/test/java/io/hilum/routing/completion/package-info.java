@NullMarked
package io.hilum.routing.completion;

import org.jspecify.annotations.NullMarked;
