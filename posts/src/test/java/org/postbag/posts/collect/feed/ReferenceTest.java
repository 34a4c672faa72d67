package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {

    /** Those with the base http://a/b/c/d;p?q are the examples of RFC 3986 section 5.4. */
    @ParameterizedTest
    @DisplayName("Relative addresses resolve by RFC 3986")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            http://a/b/c/d;p?q => g:h => g:h
            http://a/b/c/d;p?q => g => http://a/b/c/g
            http://a/b/c/d;p?q => ./g => http://a/b/c/g
            http://a/b/c/d;p?q => g/ => http://a/b/c/g/
            http://a/b/c/d;p?q => /g => http://a/g
            http://a/b/c/d;p?q => //g => http://g
            http://a/b/c/d;p?q => ?y => http://a/b/c/d;p?y
            http://a/b/c/d;p?q => g?y#s => http://a/b/c/g?y#s
            http://a/b/c/d;p?q => #s => http://a/b/c/d;p?q#s
            http://a/b/c/d;p?q => . => http://a/b/c/
            http://a/b/c/d;p?q => .. => http://a/b/
            http://a/b/c/d;p?q => ../g => http://a/b/g
            http://a/b/c/d;p?q => ../../../../g => http://a/g
            http://a/b/c/d;p?q => /../g => http://a/g
            http://a/b/c/d;p?q => g..h => http://a/b/c/g..h
            http://a => g => http://a/g
            http://a/b => x y|z => http://a/x%20y|z
            http://a/b => 页?q=[1] => http://a/页?q=[1]
            relative/ => g => null
            null => g => null
            null => HTTP://a/g => HTTP://a/g
            """)
    void resolve(String base, String address, String expected) {
        assertThat(Reference.resolve(base, address)).isEqualTo(expected);
    }
}
