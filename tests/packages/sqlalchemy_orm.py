# SQLAlchemy: SQL of several dialects, the object mapper over a database in memory, events, errors.
import datetime
import decimal

from sqlalchemy import (CheckConstraint, Column, Date, ForeignKey, Integer, Numeric, String, Table, between, case, cast, column, create_engine, delete, desc, event,
                        extract, func, insert, inspect, literal, or_, select, text, update)
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.exc import IntegrityError, NoResultFound, OperationalError
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Session, aliased, declarative_base, joinedload, relationship, selectinload, validates
from sqlalchemy.schema import CreateTable

Base = declarative_base()
tagged = Table("tagged", Base.metadata, Column("book", ForeignKey("books.id"), primary_key=True), Column("tag", ForeignKey("tags.name"), primary_key=True))


class Author(Base):
    __tablename__ = "authors"
    __table_args__ = (CheckConstraint("length(name) > 1", name="named"),)
    id = Column(Integer, primary_key=True)
    name = Column(String(30), nullable=False, unique=True)
    born = Column(Date)
    books = relationship("Book", back_populates="author", cascade="all, delete-orphan", order_by="Book.title")

    @validates("name")
    def check_name(self, key, value):
        if value.isdigit():
            raise ValueError(f"{key} {value!r}")
        return value

    def __repr__(self):
        return f"Author({self.id}, {self.name!r})"


class Book(Base):
    __tablename__ = "books"
    id = Column(Integer, primary_key=True)
    title = Column(String, index=True)
    price = Column(Numeric(8, 2), default=decimal.Decimal("9.99"))
    author_id = Column(ForeignKey("authors.id"))
    author = relationship(Author, back_populates="books")
    tags = relationship("Tag", secondary=tagged, collection_class=set)

    @hybrid_property
    def dear(self):
        return self.price > 10


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String, primary_key=True)


for dialect in (postgresql, mysql, sqlite):
    print(CreateTable(Author.__table__).compile(dialect=dialect.dialect()), insert(Book).values(title="x").compile(dialect=dialect.dialect()))
query = (select(Author.name, func.count(Book.id).label("n")).join(Book).where(Author.name.like("a%"), or_(Author.id > 3, Author.id.in_([1, 2])))
         .group_by(Author.name).having(func.count(Book.id) > 1).order_by(desc("n")).limit(5))
print(query, query.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}), sep="\n")
other = aliased(Author)
newest = select(Book.author_id, func.max(Book.title).label("title")).group_by(Book.author_id).subquery()
numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < 5))
for statement in (select(Author.id, other.name).where(Author.id < other.id), select(Author, newest.c.title).outerjoin(newest, newest.c.author_id == Author.id), select(numbers.c.n),
                  update(Author).where(Author.id == 5).values(name=Author.name + "x"), delete(Author).where(Author.name.is_(None)),
                  case((Author.id > 3, "big"), else_="small"), cast(Author.id, String), between(Author.id, 1, 2), extract("year", column("d")), func.lower(Author.name).over(partition_by=Author.id)):
    print(statement)

engine = create_engine("sqlite://")
statements = []
event.listen(engine, "before_cursor_execute", lambda connection, cursor, statement, *rest: statements.append(statement.split()[0]))
Base.metadata.create_all(engine)
with Session(engine) as session:
    fun, sea = Tag(name="fun"), Tag(name="sea")
    ann = Author(name="ann", born=datetime.date(1970, 2, 28), books=[Book(title="b", tags={fun}), Book(title="a", price=decimal.Decimal("12.5"), tags={fun, sea})])
    session.add_all([ann, Author(name="bob"), Author(name="cid", books=[Book(title="z", tags={sea})])])
    print(session.new.__len__(), ann in session, inspect(ann).pending)
    session.commit()
    print(ann, ann.books[0].title, [t.name for t in sorted(ann.books[0].tags, key=lambda t: t.name)], ann.born, ann.books[1].dear)
    print(session.execute(select(Author.name, func.count(Book.id)).outerjoin(Book).group_by(Author.name).order_by(Author.name)).all())
    print(session.scalars(select(Book.title).where(Book.dear)).all(), session.scalars(select(Book.title).join(Book.tags).where(Tag.name == "sea").order_by(Book.title)).all())
    print([(a.name, len(a.books)) for a in session.scalars(select(Author).options(selectinload(Author.books).joinedload(Book.tags)).order_by(Author.id))])
    print(session.execute(select(numbers.c.n)).scalars().all(), session.get(Author, 2), session.get(Author, 99))
    ann.books.pop()
    ann.name = "anna"
    print(inspect(ann).attrs.name.history, session.dirty == {ann} or len(session.dirty))
    session.flush()
    print(session.scalar(select(func.count()).select_from(Book)), session.execute(text("select name from authors where id = :id"), {"id": 1}).scalar_one())
    session.rollback()
    print(ann.name, len(ann.books))
    for wrong in (Author(name="bob"), Author(name="x"), Author()):
        session.add(wrong)
        try:
            session.flush()
        except IntegrityError as error:
            print(type(error).__name__, error.orig, error.statement)
            session.rollback()
    try:
        Author(name="12")
    except ValueError as error:
        print(error)
    try:
        session.execute(select(Author).where(Author.name == "nobody")).scalar_one()
    except NoResultFound as error:
        print(error)
    try:
        session.execute(text("select * from nowhere"))
    except OperationalError as error:
        print(error.orig, error.code)
    session.execute(update(Book).where(Book.title == "b").values(price=Book.price * 2))
    session.delete(session.get(Author, 1))
    session.commit()
    print(session.query(Book).count(), session.query(Author).filter_by(name="cid").one().books[0].title)
print(inspect(engine).get_table_names(), [c["name"] for c in inspect(engine).get_columns("books")], inspect(engine).get_foreign_keys("books")[0]["referred_table"])
print({word: statements.count(word) for word in sorted(set(statements))})
